//! Reading within a time: a database that has stopped answering holds up no page (`docs/security.md` J). What writes is
//! never cut off, since nobody could say then whether it was done.

use std::time::Duration;

use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult,
    Statement,
};
use tokio::time::timeout;

/// A pool whose every statement is given up after a while.
#[derive(Clone, Debug)]
pub struct Reader(DatabaseConnection);

/// For one statement, waiting for a connection included.
const PATIENCE: Duration = Duration::from_millis(2500);

impl Reader {
    pub(super) fn new(connection: DatabaseConnection) -> Self {
        Self(connection)
    }

    pub(super) fn connection(&self) -> &DatabaseConnection {
        &self.0
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        self.0.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        in_time(self.0.execute_raw(statement)).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        in_time(self.0.execute_unprepared(sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        in_time(self.0.query_one_raw(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        in_time(self.0.query_all_raw(statement)).await
    }
}

async fn in_time<T>(answer: impl Future<Output = Result<T, DbErr>>) -> Result<T, DbErr> {
    let too_late = |_| Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout));
    timeout(PATIENCE, answer).await.unwrap_or_else(too_late)
}
