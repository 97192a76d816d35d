//! No secret of a request reaches any output.

mod common;

use common::Folder;

/// What must not be seen. No two have four characters in common.
const SECRETS: [&str; 14] = [
    "Aq1!Rxght",
    "Bw2!Wrqng",
    "Ce3!Sxngle7",
    "Dr4!0pqn",
    "Et5Bqre",
    "6060842",
    "Gy7!Twqce",
    "Hu8!Thrqxe",
    "SWkJITl1c2Vy",
    "Jo9!Nqte",
    "Kp0!Nqsted",
    "La1!Itqm",
    "Mz2!Esqk",
    "Nx3!Mqmbqr",
];

/// A request with secrets wherever people put them, and with a fault next to each.
fn request() -> String {
    [
        "{",
        "  \"login_password\": \"Aq1!Rxght\",  \"key_pair\": \"k\"",
        "  \"runtime\": { \"login_password\": \"Bw2!Wrqng\", \"name\": \"dockr\", },",
        "  'loginPassword': 'Ce3!Sxngle7',",
        "  \"login_password\": \"Gy7!Twqce\",",
        "  \"login_password\": \"Hu8!Thrqxe\",, ",
        "  \"Login-Password\": Et5Bqre,",
        "  login_password: Et5Bqre",
        "  \"login_password\" \"Et5Bqre\",",
        "  // \"login_password\": \"Jo9!Nqte\"",
        "  /* password = Jo9!Nqte */",
        "  \"addons\": [{ \"name\": \"x\", \"config\": \"{\\\"login_password\\\":\\\"Kp0!Nqsted\\\",}\" }],",
        "  \"nodepools\": [ {",
        "    \"scaling_group\": { \"login_password\": 6060842, \"user_data\": [\"La1!Itqm\", 1,] },",
        "    \"kubernetes_config\": { \"user_data\": \"SWkJITl1c2Vy\", \"login_password\": \"Mz2!Esqk\\q\" },",
        "    \"login_password\": { \"value\": \"Nx3!Mqmbqr\" \"x\": 1 },",
        "    \"count\": \"3\"",
        "  } ],",
        "  \"login_password\": \"Dr4!0pqn",
        "}",
    ]
    .join("\n")
}

/// Each line with the fault of its own, for readers that lose the thread in a text so broken.
fn requests() -> Vec<String> {
    let mut all = vec![request()];
    all.extend(request().lines().map(|line| format!("{{\n{line}\n}}")));
    all.push(request().replace('\n', " "));
    all.push(format!("POST /clusters\n\n{}", request()));
    all.push("login_password=Aq1!Rxght\n".to_owned());
    all.push("{\"login_password\": \"Aq1!Rxght\"".to_owned());
    all.push("{\"login_password\": \"Aq1!Rxght".to_owned());
    all.push("{\"login_password: \"Aq1!Rxght\"}".to_owned());
    all.push("{\"login_password\": “Aq1!Rxght”}".to_owned());
    all.push("{\"login_password\"：\"Aq1!Rxght\"}".to_owned());
    all.push("{\"login_password\": \"Aq1!\nRxght\"}".to_owned());
    all.push("{\"login_password\": \"Aq1\"Rxght\"}".to_owned());
    all.push("{\"login_password\": [\"Aq1!Rxght\", ]".to_owned());
    all.push("{\"login_password\": -Aq1!Rxght}".to_owned());
    all.push("[{\"login_password\": Aq1!Rxght \"key_pair\": \"x\"}]".to_owned());
    all
}

#[test]
fn secrets_stay_secret() {
    let folder = Folder::new();
    let mut leaks = vec![];
    for (number, request) in requests().iter().enumerate() {
        for args in [
            &["--format", "pretty"][..],
            &["--format", "pretty", "--color", "always"],
            &["--format", "concise"],
            &["--format", "json"],
            &["--diff"],
            &["--diff", "--unsafe-fixes"],
            &["--fix"],
            &["--fix", "--unsafe-fixes", "--format", "concise"],
            &["--fix", "--unsafe-fixes", "--format", "json"],
        ] {
            for lang in ["en", "zh"] {
                folder.file("a.json", request);
                let said = folder.run(&[&["check", "a.json", "--lang", lang], args].concat());
                for part in seen(&said.all()) {
                    leaks.push(format!("{number} {args:?} {lang}: {part} in {request}\n{}", said.all()));
                }
            }
        }
        // The fixed text itself has them, of course; what is said about it has not.
        let said = folder.run_with(&["check", "-", "--fix", "--unsafe-fixes"], request.as_bytes(), &[]);
        leaks.extend(seen(&said.err).iter().map(|part| format!("{number} stdin: {part}\n{}", said.err)));
    }
    assert!(leaks.is_empty(), "{} leaks\n{}", leaks.len(), leaks.join("\n"));
}

/// Secrets in a text, also their parts.
fn seen(text: &str) -> Vec<&'static str> {
    let parts = SECRETS.iter().flat_map(|secret| (0..=secret.len() - 4).map(|at| &secret[at..at + 4]));
    parts.filter(|part| text.contains(part)).collect()
}

#[test]
fn explanations_hide_them_too() {
    let folder = Folder::new();
    for args in [&["rules", "--format", "json"][..], &["explain", "duplicate-key"]] {
        let said = folder.run(args);
        let whole: Vec<_> = SECRETS.iter().filter(|secret| said.all().contains(**secret)).collect();
        assert!(said.code == 0 && whole.is_empty(), "{whole:?}");
    }
}
