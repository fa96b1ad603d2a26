//! Two at the same moment (`docs/domain.md` rule 16).

use std::num::NonZeroUsize;

use futures_util::future::join_all;

use super::{ASK, ASK_RESELLER, agent};
use crate::support::{Browser, TestApp};

/// Sends the same form eight times at once; the statuses in order.
async fn at_once(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Vec<u16> {
    let browsers: Vec<_> = (0..8).map(|_| browser.clone()).collect();
    let replies = join_all(browsers.iter().map(|browser| browser.post(path, fields))).await;
    let mut statuses: Vec<_> = replies.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    statuses
}

const ONE_WINS: [u16; 8] = [303, 409, 409, 409, 409, 409, 409, 409];

#[actix_web::test]
async fn of_eight_equal_requests_to_a_customer_one_is_made() {
    let app = TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await;
    let browser = agent(&app).await;
    for (nth, domain) in ["orseg.example", "nobody.example"].into_iter().enumerate() {
        let fields = [("kind", "relationship"), ("domain", domain), ("reseller", "4902211")];
        assert_eq!(at_once(&browser, ASK, &fields).await, ONE_WINS, "{domain}");
        assert_eq!(app.database.count("requests").await, i64::try_from(nth).unwrap() + 1);
    }
    // Also when each of them would take the place of the same expired one.
    app.clock.advance(time::Duration::days(31));
    let browser = agent(&app).await;
    let fields = [("kind", "relationship"), ("domain", "nobody.example"), ("reseller", "4902211")];
    assert_eq!(at_once(&browser, ASK, &fields).await, ONE_WINS);
    let open = "SELECT COUNT(*) FROM requests WHERE typed_id = 'nobody.example' AND state = 'open'";
    assert_eq!(app.database.number(open).await, 1);
    let lines = "SELECT COUNT(*) FROM activity WHERE kind = 'relationship_requested'";
    assert_eq!(app.database.number(lines).await, 3);
    app.stop().await;
}

#[actix_web::test]
async fn of_eight_equal_requests_to_a_reseller_one_is_made_and_one_row() {
    let app = TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await;
    let browser = agent(&app).await;
    let partners = app.database.count("partners").await;
    let fields = [("mpn_id", "6000001"), ("name", "New Partner")];
    assert_eq!(at_once(&browser, ASK_RESELLER, &fields).await, ONE_WINS);
    assert_eq!(app.database.count("requests").await, 1);
    assert_eq!(app.database.count("partners").await, partners + 1);

    let lines =
        (0..60).map(|nth| format!("R {nth},{}\n", 6_100_000 + nth)).collect::<Vec<_>>().concat();
    let fields = [("lines", lines.as_str()), ("step", "make")];
    assert_eq!(at_once(&browser, ASK_RESELLER, &fields).await, [200; 8]);
    assert_eq!(app.database.count("requests").await, 61);
    let many = "SELECT COUNT(*) FROM activity WHERE kind = 'partnerships_requested'";
    assert_eq!(app.database.number(many).await, 1);
    app.stop().await;
}

/// Two providers ask the same new partner ID: one row, two requests.
#[actix_web::test]
async fn two_providers_that_ask_the_same_newcomer_share_its_row() {
    let app = TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await;
    let danube = agent(&app).await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    for nth in 0..5 {
        let mpn_id = format!("620000{nth}");
        let fields = [("mpn_id", mpn_id.as_str()), ("name", "New Partner")];
        let (one, other) =
            tokio::join!(danube.post(ASK_RESELLER, &fields), alfold.post(ASK_RESELLER, &fields));
        assert_eq!((one.status, other.status), (303, 303), "{}", one.text());
        let rows = format!("SELECT COUNT(*) FROM partners WHERE mpn_id = '{mpn_id}'");
        assert_eq!(app.database.number(&rows).await, 1);
    }
    assert_eq!(app.database.count("requests").await, 10);
    app.stop().await;
}
