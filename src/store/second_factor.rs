//! Second factors: what opens with them, and how they are made and taken off (`docs/security.md` B7). Nothing readable is
//! at rest: an app's key is made from the secret key and a seed, and of recovery codes only hashes are kept.

use hmac::{Hmac, KeyInit, Mac};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use sha2::Sha256;
use time::OffsetDateTime;

use super::{
    StoreError, Token,
    entity::{recovery_code, user},
    secret_key::SecretKey,
};
use crate::domain::{
    ids::UserId,
    second_factor::{BadCode, RECOVERY_CODES, RecoveryCode, SecondFactorKey, TypedCode},
};

/// The key that a seed stands for; another person's is another one.
pub(super) async fn key(
    secret: &SecretKey,
    user: UserId,
    seed: &[u8],
) -> Result<SecondFactorKey, StoreError> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&secret.bytes().await?)
        .expect("a message code takes a key of any length");
    mac.update(format!("second factor:{user}:").as_bytes());
    mac.update(seed);
    let code = mac.finalize().into_bytes();
    Ok(SecondFactorKey::new(std::array::from_fn(|nth| code[nth])))
}

/// The row of a user, for whoever changes what opens the account: one after the other.
pub(super) async fn lock_user(
    tx: &DatabaseTransaction,
    user: UserId,
) -> Result<Option<user::Model>, StoreError> {
    let active = user::Entity::find_by_id(user).filter(user::Column::Active.eq(true));
    Ok(active.lock_exclusive().all(tx).await?.pop())
}

/// Takes a code of this person; it is good no more.
pub(super) async fn use_code(
    tx: &DatabaseTransaction,
    secret: &SecretKey,
    user: &user::Model,
    typed: &TypedCode,
    now: OffsetDateTime,
) -> Result<Result<(), BadCode>, StoreError> {
    let Some(seed) = &user.totp_secret else { return Ok(Err(BadCode::Wrong)) };
    match typed {
        TypedCode::App(code) => {
            let key = key(secret, user.id, seed).await?;
            match key.step_of(code, now, user.totp_last_step) {
                Ok(step) => use_step(tx, user.id, step).await,
                Err(reason) => Ok(Err(reason)),
            }
        }
        TypedCode::Recovery(code) => use_recovery_code(tx, user.id, code, now).await,
    }
}

/// Of two at once that bring the same code, one finds the step still to be taken.
async fn use_step(
    tx: &DatabaseTransaction,
    user: UserId,
    step: i64,
) -> Result<Result<(), BadCode>, StoreError> {
    let last = Expr::col(user::Column::TotpLastStep);
    let taken = user::Entity::update_many()
        .col_expr(user::Column::TotpLastStep, Expr::value(step))
        .filter(user::Column::Id.eq(user))
        .filter(last.clone().is_null().or(last.lt(step)))
        .exec(tx)
        .await?;
    Ok(if taken.rows_affected == 1 { Ok(()) } else { Err(BadCode::Used) })
}

async fn use_recovery_code(
    tx: &DatabaseTransaction,
    user: UserId,
    code: &RecoveryCode,
    now: OffsetDateTime,
) -> Result<Result<(), BadCode>, StoreError> {
    let id = (user, hash(code));
    let taken = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(now))
        .filter(recovery_code::Column::UserId.eq(user))
        .filter(recovery_code::Column::CodeHash.eq(id.1.clone()))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    if taken.rows_affected == 1 {
        return Ok(Ok(()));
    }
    let was_good = !recovery_code::Entity::find_by_id(id).all(tx).await?.is_empty();
    Ok(Err(if was_good { BadCode::Used } else { BadCode::Wrong }))
}

/// How many recovery codes somebody can still use.
pub(super) async fn recovery_codes_left(
    connection: &impl sea_orm::ConnectionTrait,
    user: UserId,
) -> Result<u64, StoreError> {
    let unused = recovery_code::Entity::find()
        .filter(recovery_code::Column::UserId.eq(user))
        .filter(recovery_code::Column::UsedAt.is_null());
    Ok(unused.count(connection).await?)
}

/// New recovery codes; earlier ones are void.
pub(super) async fn make_recovery_codes(
    tx: &DatabaseTransaction,
    user: UserId,
) -> Result<Vec<RecoveryCode>, StoreError> {
    void_recovery_codes(tx, user).await?;
    let codes: Vec<_> =
        (0..RECOVERY_CODES).map(|_| RecoveryCode::from_random(rand::random())).collect();
    let rows = codes.iter().map(|code| recovery_code::ActiveModel {
        user_id: Set(user),
        code_hash: Set(hash(code)),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(codes)
}

/// From now on the password alone opens the account; which changes its credentials.
pub(super) async fn take_off(tx: &DatabaseTransaction, user: UserId) -> Result<(), StoreError> {
    void_recovery_codes(tx, user).await?;
    let row = user::ActiveModel {
        id: Set(user),
        totp_secret: Set(None),
        totp_last_step: Set(None),
        ..Default::default()
    };
    row.update(tx).await?;
    Ok(())
}

async fn void_recovery_codes(tx: &DatabaseTransaction, user: UserId) -> Result<(), StoreError> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::UserId.eq(user))
        .exec(tx)
        .await?;
    Ok(())
}

/// They have as many random bits as it takes for a plain hash.
fn hash(code: &RecoveryCode) -> Vec<u8> {
    Token::presented(code.as_str()).hash()
}
