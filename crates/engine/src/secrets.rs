//! Which parts of a text are never shown.
//!
//! The name decides, wherever it stands: a password in the wrong object is still a password.

use acklint_document::{Document, NodeId, Span};

/// Whether a value has a secret's name, or stands inside one that has.
pub(crate) fn is_secret(doc: &Document, node: NodeId) -> bool {
    let above = |node: &NodeId| doc.parent(*node).or_else(|| doc.holder(*node));
    std::iter::successors(Some(node), above).any(|node| is_secret_member(doc, node))
}

/// Whether a member has a secret's name.
fn is_secret_member(doc: &Document, node: NodeId) -> bool {
    doc.key(node).is_some_and(|key| is_secret_name(key.as_bytes()))
}

/// Names under which people write passwords and start-up scripts, and whether more may stand before them: other
/// data is data of the user, too.
const NAMES: [(&[u8], bool); 3] = [(b"password", true), (b"passwd", true), (b"userdata", false)];

/// Whether a name stands for a secret, in whatever spelling: `login_password`, `Login-Password`, `userData`.
fn is_secret_name(key: &[u8]) -> bool {
    // Every name is asked for that stands above a place; most end otherwise.
    let last = key.iter().rev().find(|b| b.is_ascii_alphanumeric());
    if !matches!(last, Some(b'd' | b'D' | b'a' | b'A')) {
        return false;
    }
    NAMES.iter().any(|(name, more)| {
        let mut letters = key.iter().rev().filter(|b| b.is_ascii_alphanumeric());
        let ends = |wanted| letters.next().is_some_and(|b: &u8| b.eq_ignore_ascii_case(wanted));
        name.iter().rev().all(ends) && (*more || letters.next().is_none())
    })
}

/// Places of `doc` that no output may show, in order. Masking them keeps all other offsets.
///
/// ```
/// use acklint_document::Document;
/// let doc = Document::parse(r#"{"login_password": "Hello1234"}"#);
/// let hidden = acklint_engine::secrets(&doc);
/// assert_eq!(&doc.text()[hidden[0].start as usize..hidden[0].end as usize], "\"Hello1234\"");
/// ```
pub fn secrets(doc: &Document) -> Vec<Span> {
    let mut out = vec![];
    hide(doc, NodeId::ROOT, &mut out);
    out
}

/// Adds the secrets in a value, in text order.
fn hide(doc: &Document, node: NodeId, out: &mut Vec<Span>) {
    if is_secret_member(doc, node) {
        out.push(doc.span(node));
        return;
    }
    for child in doc.children(node) {
        hide(doc, child, out);
    }
    if let Some(root) = doc.embedded(node) {
        hide(doc, root, out);
    }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, is_secret_name};

    #[test]
    fn names_end_in_what_is_looked_at_first() {
        assert!(NAMES.iter().all(|(name, _)| name.ends_with(b"d") || name.ends_with(b"a")));
    }

    #[test]
    fn names_in_every_spelling() {
        let secrets = [
            "login_password",
            "Login-Password",
            "LOGINPASSWD",
            "userData",
            "user_data",
            "user data",
            "passwor_d",
            "password_",
            "password\u{10}",
            "password\u{19}",
            "user_dat_a\t",
        ];
        for name in secrets {
            assert!(is_secret_name(name.as_bytes()), "{name:?}");
        }
        for name in ["", "d", "rd", "data", "metadata", "my_user_data", "vpcid", "password_kind", "密码"] {
            assert!(!is_secret_name(name.as_bytes()), "{name:?}");
        }
    }
}
