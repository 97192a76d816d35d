//! `acklint check`.

use crate::args::{CheckArgs, Format};
use crate::files::{Input, inputs};
use crate::say::Trouble;
use crate::terminal::{Out, Stream, eprint, look};
use crate::{Exit, facts, packs, write};
use acklint::document::ReadOptions;
use acklint::engine::{Fixed, fix};
use acklint::{Linter, Options};
use acklint_report::summary::Tally;
use acklint_report::{Look, Source, concise, diff, json, pretty};
use std::borrow::Cow;

/// Checks everything that was asked for, and says how it went.
pub(crate) fn check(args: &CheckArgs) -> Exit {
    let errors = look(args.look, Stream::Err);
    if args.unsafe_fixes && !args.fix && !args.diff {
        eprint(&Trouble::UnsafeAlone.text(errors));
        return Exit::Trouble;
    }
    let mut linter = match packs::linter(&args.rules, errors) {
        Ok(linter) => linter,
        Err(faults) => {
            eprint(&faults);
            return Exit::Trouble;
        }
    };
    match facts::read(&args.facts, args.max_size) {
        Ok(facts) => linter.set_facts(facts),
        Err(trouble) => {
            eprint(&trouble.text(errors));
            return Exit::Trouble;
        }
    }
    linter.set_read_options(ReadOptions { max_len: args.max_size, ..ReadOptions::default() });
    let (inputs, troubles) = inputs(&args.paths);
    let mut run = Run {
        args,
        linter,
        out: Out::new(),
        look: look(args.look, Stream::Out),
        errors,
        tally: Tally::default(),
        files: vec![],
        incomplete: false,
    };
    for trouble in troubles {
        run.trouble(&trouble);
    }
    for input in &inputs {
        run.input(input);
    }
    run.finish(&inputs)
}

struct Run<'a> {
    args: &'a CheckArgs,
    linter: Linter,
    out: Out,
    look: Look,
    /// How standard error looks.
    errors: Look,
    tally: Tally,
    /// For formats that print all files at once.
    files: Vec<json::File>,
    /// Something could not be checked.
    incomplete: bool,
}

impl Run<'_> {
    fn trouble(&mut self, trouble: &Trouble) {
        self.incomplete |= trouble.is_fatal();
        // What was found so far belongs before it, where both go to one terminal.
        self.out.flush();
        eprint(&trouble.text(self.errors));
    }

    fn input(&mut self, input: &Input) {
        let bytes = match input.read(self.args.max_size) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.trouble(&Trouble::Read(input.name(), error));
                return;
            }
        };
        let options = Options {
            lang: self.look.lang,
            jsonc: self.args.jsonc || input.is_jsonc(),
            allow_placeholders: self.args.allow_placeholders,
            ..Options::default()
        };
        if self.args.diff {
            self.diff(input, &bytes, &options);
        } else if self.args.fix {
            self.fix(input, &bytes, &options);
        } else {
            self.linter.check(&bytes, &options);
            self.report(input, false);
        }
        // JSON has them in its object.
        if self.args.explain_unknown && (self.args.diff || self.args.format != Format::Json) {
            self.unknown(input);
        }
    }

    /// What could not be decided, behind the findings; beside standard output where that has a form of its own.
    fn unknown(&mut self, input: &Input) {
        let beside = self.args.diff || (self.args.fix && *input == Input::Stdin);
        let look = if beside { self.errors } else { self.look };
        let text = facts::undecided(&input.name(), &self.linter.undecided(), self.linter.document(), look);
        if beside {
            eprint(&text);
        } else {
            self.out.print(&text);
        }
    }

    /// What fixes make of a text; nothing of one that is not UTF-8, since its other bytes would be lost.
    fn fixed(&mut self, input: &Input, bytes: &[u8], options: &Options) -> Option<Fixed> {
        if bytes.len() > self.args.max_size {
            return None;
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            self.trouble(&Trouble::NotFixed(input.name()));
            return None;
        };
        let linter = &mut self.linter;
        let fixed =
            fix(text, self.args.unsafe_fixes, &mut |text| linter.check(text.as_bytes(), options).clone());
        Some(fixed)
    }

    fn fix(&mut self, input: &Input, bytes: &[u8], options: &Options) {
        let fixed = self.fixed(input, bytes, options);
        let (text, applied) = match &fixed {
            Some(fixed) => (Cow::Borrowed(fixed.text.as_bytes()), fixed.applied),
            None => (Cow::Borrowed(bytes), 0),
        };
        self.linter.check(&text, options);
        match input {
            Input::Stdin => self.out.bytes(&text),
            Input::File(path) if applied > 0 && *text != *bytes => {
                if let Err(error) = write::replace(path, &text) {
                    self.trouble(&Trouble::Write(input.name(), error));
                    // What is still in the file is what counts.
                    self.linter.check(bytes, options);
                    self.report(input, false);
                    return;
                }
            }
            Input::File(_) => {}
        }
        self.tally.fixed += applied;
        self.tally.held_back += fixed.as_ref().map_or(0, |fixed| fixed.held_back);
        self.report(input, *input == Input::Stdin);
    }

    /// Shows what fixes would change. The verdict is on the text as it is.
    fn diff(&mut self, input: &Input, bytes: &[u8], options: &Options) {
        let name = input.name();
        let fixed = self.fixed(input, bytes, options).filter(|fixed| fixed.applied > 0);
        // A check also reads the documents in strings: there may be secrets in them.
        let after = fixed.map(|fixed| {
            self.linter.check(fixed.text.as_bytes(), options);
            Source::new(&name, self.linter.document()).masked()
        });
        self.tally.add(self.linter.check(bytes, options));
        let Some(after) = after else { return };
        let before = Source::new(&name, self.linter.document()).masked();
        let text = diff::unified(&name, &before, &after, self.look);
        self.out.print(&text);
    }

    /// Prints what the last check found.
    fn report(&mut self, input: &Input, to_errors: bool) {
        let mut findings = Cow::Borrowed(self.linter.findings());
        self.tally.add(&findings);
        if self.args.quiet {
            findings.to_mut().retain(|finding| finding.level >= self.args.fail_on.level());
        }
        if findings.is_empty() && self.args.format != Format::Json {
            return;
        }
        let source = Source::new(&input.name(), self.linter.document());
        let look = if to_errors { self.errors } else { self.look };
        let text = match self.args.format {
            Format::Pretty => pretty::findings(&source, &findings, look),
            Format::Concise => concise::findings(&source, &findings, look.lang),
            Format::Json => {
                let mut file = json::File::new(&input.name(), &source, &findings);
                if self.args.explain_unknown {
                    let command = facts::command_of(self.linter.document());
                    file = file.with_undecided(&source, &self.linter.undecided(), &command);
                }
                self.files.push(file);
                return;
            }
        };
        if to_errors {
            eprint(&text);
        } else {
            self.out.print(&text);
        }
    }

    fn finish(mut self, inputs: &[Input]) -> Exit {
        // Standard output is the fixed text: everything else goes beside it.
        let beside = self.args.diff || (self.args.fix && inputs.contains(&Input::Stdin));
        let text = match self.args.format {
            Format::Json => json::text(&json::Report::new(std::mem::take(&mut self.files))),
            _ if self.args.quiet || self.tally.files == 0 => String::new(),
            _ => self.tally.line(if beside { self.errors } else { self.look }),
        };
        if !beside {
            self.out.print(&text);
        }
        self.out.flush();
        if beside {
            eprint(&text);
        }
        if self.incomplete {
            Exit::Trouble
        } else if self.tally.at_least(self.args.fail_on.level()) > 0 {
            Exit::Findings
        } else {
            Exit::Clean
        }
    }
}
