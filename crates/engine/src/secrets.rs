//! Which parts of a text are never shown.
//!
//! The name decides, wherever it stands: a password in the wrong object is still a password.

use acklint_document::{Document, Kind, NodeId, Span};

/// Whether a value is, or stands inside, the value of a member with a secret's name.
pub(crate) fn is_secret(doc: &Document, node: NodeId) -> bool {
    let mut at = Some(node);
    while let Some(node) = at {
        if doc.key(node).is_some_and(|key| is_secret_name(&key)) {
            return true;
        }
        at = doc.parent(node).or_else(|| doc.holder(node));
    }
    false
}

/// Names under which people write passwords and start-up scripts.
fn is_secret_name(key: &str) -> bool {
    let plain: String =
        key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    plain.ends_with("password") || plain.ends_with("passwd") || plain == "userdata"
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
    let mut stack = vec![NodeId::ROOT];
    while let Some(node) = stack.pop() {
        if doc.key(node).is_some_and(|key| is_secret_name(&key)) {
            out.push(doc.span(node));
        } else if matches!(doc.kind(node), Kind::Object | Kind::Array) {
            stack.extend(doc.children(node));
        } else if let Some(root) = doc.embedded(node) {
            stack.push(root);
        }
    }
    out.sort_unstable();
    out
}
