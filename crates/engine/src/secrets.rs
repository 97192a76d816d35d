//! Which parts of a text are never shown.
//!
//! The name decides, wherever it stands: a password in the wrong object is still a password.

use acklint_document::{Document, NodeId, Span};

/// Puts secrets in order, without those that stand inside others.
pub(crate) fn settle(doc: &Document, secrets: &mut Vec<NodeId>) {
    secrets.sort_unstable();
    let mut kept = 0;
    for at in 0..secrets.len() {
        let outer = secrets.get(..kept).and_then(<[_]>::last).copied();
        let Some(secret) = secrets.get(at).copied() else { break };
        if !outer.is_some_and(|outer| doc.is_within(secret, outer)) {
            secrets.swap(kept, at);
            kept += 1;
        }
    }
    secrets.truncate(kept);
}

/// Whether a value is one of the [settled](settle) `secrets`, or stands inside one.
pub(crate) fn is_secret(doc: &Document, secrets: &[NodeId], node: NodeId) -> bool {
    let mut node = node;
    loop {
        // Only the last one that begins before a value can hold it.
        let begun = secrets.get(..secrets.partition_point(|secret| *secret <= node));
        if begun.and_then(<[_]>::last).is_some_and(|secret| doc.is_within(node, *secret)) {
            return true;
        }
        let Some(holder) = doc.holder(node) else { return false };
        node = holder;
    }
}

/// Whether a value has a secret's name, or stands inside one that has.
pub(crate) fn has_secret_name(doc: &Document, node: NodeId) -> bool {
    let above = |node: &NodeId| doc.parent(*node).or_else(|| doc.holder(*node));
    std::iter::successors(Some(node), above).any(|node| is_secret_member(doc, node))
}

/// Whether a member has a secret's name.
pub(crate) fn is_secret_member(doc: &Document, node: NodeId) -> bool {
    match doc.entry(node).plain_key() {
        Some(key) => is_secret_name(key),
        None => doc.key(node).is_some_and(|key| is_secret_name(key.as_bytes())),
    }
}

/// Names under which people write passwords and start-up scripts, and whether more may stand before them: other
/// data is data of the user, too.
const NAMES: [(&[u8], bool); 3] = [(b"password", true), (b"passwd", true), (b"userdata", false)];

/// Whether a name stands for a secret, in whatever spelling: `login_password`, `Login-Password`, `userData`.
pub(crate) fn is_secret_name(key: &[u8]) -> bool {
    let [.., before, last] = key else { return false };
    // Most names end in other letters.
    let usual = before.is_ascii_alphanumeric() && last.is_ascii_alphanumeric();
    if usual && !matches!((before | 0x20, last | 0x20), (b'r' | b'w', b'd') | (b't', b'a')) {
        return false;
    }
    NAMES.iter().any(|(name, more)| letters_before(key, name).is_some_and(|rest| *more || rest == 0))
}

/// How many letters and digits stand before `name`, if the letters and digits of `key` end in it.
#[inline(never)] // not a copy for each name
fn letters_before(key: &[u8], name: &[u8]) -> Option<usize> {
    let mut letters = key.iter().rev().filter(|b| b.is_ascii_alphanumeric());
    for wanted in name.iter().rev() {
        letters.next().filter(|b| b.eq_ignore_ascii_case(wanted))?;
    }
    Some(letters.count())
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
    use super::is_secret_name;

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
