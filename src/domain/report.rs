//! What customers and resellers tell a provider about a support contact: each is one line on its work list.

use super::words;

words! {
    /// What is the matter.
    ReportKind {
        /// A customer: the contact does not answer, or its details are wrong.
        WrongContact = "wrong_contact",
        /// A customer would like somebody else.
        AnotherContact = "another_contact",
        /// The designated reseller: this customer or product is not ours to support.
        NotOurs = "not_ours",
    }
}
