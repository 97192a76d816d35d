//! Rules at their sites become checks.

use super::Compiler;
use super::needs::{both, needs};
use super::paths::Context;
use crate::finding::Safety;
use crate::pack::{FAULTY_ITEM, FixSpec, OneOrMore, Operand, Pack, Rule, Scalar, Site, SiteList};
use crate::program::{Action, Check, FACTS_BIT, FixInfo, FixTarget, NONE, Name, Needs, RuleInfo, Run, Str};
use crate::template::{self, Hole};

/// There are facts.
const FACTS: u128 = 1 << FACTS_BIT;

impl<'p> Compiler<'p> {
    pub(super) fn rules(&mut self, pack: &'p Pack) {
        for rule in &pack.rules {
            self.rule.clone_from(&rule.id);
            self.rule(pack, rule);
        }
    }

    fn rule(&mut self, pack: &'p Pack, rule: &'p Rule) {
        let id = if pack.name.is_empty() { rule.id.clone() } else { format!("{}/{}", pack.name, rule.id) };
        if !self.ids.insert(id.clone()) {
            self.within("id", |c| c.error(format!("the id `{id}` is used twice")));
        }
        let url = self.pages.get(rule.source.page.as_str()).map(|p| p.url.clone());
        if url.is_none() {
            let message = format!("there is no page `{}`", rule.source.page);
            self.within("source", |c| c.within("page", |c| c.error(message)));
        }
        let info = RuleInfo {
            id: self.intern(&id),
            url: self.intern(url.as_deref().unwrap_or_default()),
            // Baked with the names of the first site: they come first at all sites.
            hint: [Str::default(); 2],
        };
        self.program.rules.push(&info);
        let sites: &[Site] = match &rule.sites {
            SiteList::Own(sites) => sites,
            SiteList::Shared(name) => {
                let shared = self.sites.get(name.as_str()).copied();
                if shared.is_none() {
                    self.within("sites", |c| c.error(format!("there is no list of sites `{name}`")));
                }
                shared.unwrap_or_default()
            }
        };
        for (index, site) in sites.iter().enumerate() {
            self.site(rule, site, index);
        }
    }

    fn site(&mut self, rule: &Rule, site: &Site, index: usize) {
        let Some((ctx, each)) =
            self.within("sites", |c| c.within(index, |c| c.within("at", |c| c.site_context(site))))
        else {
            return;
        };
        self.named.clear();
        for (name, expr) in &rule.values {
            let expr = self.within("values", |c| c.within(name, |c| c.expr(expr, &ctx)));
            self.named.insert(name.clone(), expr);
        }
        let (op, fault) = self.requirement(rule, site, &ctx);
        let when = self.condition(rule, site, &ctx);
        let fault_needs = needs(&self.program, op, fault);
        let when_needs = if when == NONE { Needs::default() } else { needs(&self.program, when, true) };
        let needs = both(fault_needs, when_needs);
        let names = self.names(rule, site, &ctx);
        let fixes = self.fixes(fixes_of(rule, site), names);
        if index == 0 {
            let hint = [&rule.text.en, &rule.text.zh].map(|text| text.hint.as_deref().unwrap_or_default());
            let hint = hint.map(|hint| self.template(hint, names));
            self.program.rules.edit(self.program.rules.len() as u32 - 1, |info| info.hint = hint);
        }
        let point = match &rule.point {
            Some(p) => self.within("point", |c| c.path(p, &ctx).path),
            None => NONE,
        };
        let (message, help) = self.texts(rule, site, names);
        let shape = ctx.shape;
        self.program.checks.push(Check {
            rule: (self.program.rules.len() - 1) as u32,
            shape,
            each,
            // The items of a list are looked at one by one; the members of their owner say nothing.
            needs: if each == NONE { needs } else { Needs { set: needs.set & FACTS, ..Needs::default() } },
            bits: 0,
            guarded: false,
            only_if: Run::default(),
            when,
            op,
            fault,
            op_first: self.program.ops.get(op as usize).is_some_and(|op| super::value_of(op).is_some()),
            level: site.level.unwrap_or(rule.level),
            certainty: site.certainty.unwrap_or(rule.certainty),
            point,
            message,
            help,
            names,
            fixes,
        });
    }

    /// What names mean at a site, and the path of its items if it applies to them one by one.
    fn site_context<'c>(&mut self, site: &'c Site) -> Option<(Context<'c>, u32)> {
        let mut ctx = Context { bind: Some(&site.bind), ..Context::body() };
        if site.at == "$" {
            return Some((ctx, NONE));
        }
        let shape_path = site.at.replace("[*]", "[]");
        if shape_path.starts_with(super::FACTS) {
            self.error("rules are about the request; facts are what they are compared with");
            return None;
        }
        if let Some(shape) = self.shapes.get(&shape_path) {
            (ctx.shape, ctx.site) = (*shape, *shape);
            return Some((ctx, NONE));
        }
        // Items that are plain values: the site is the object that holds the list.
        let (owner, name) = super::shapes::split(&shape_path);
        let shape = self.shapes.get(owner).copied();
        if let (Some(shape), Some(name)) = (shape, name.strip_suffix("[]")) {
            (ctx.shape, ctx.site) = (shape, shape);
            let bare = Context { bind: None, ..ctx.clone() };
            let target = self.path(&format!("{name}[*]"), &bare);
            ctx.subject = Some(target.field);
            return Some((ctx, target.path));
        }
        self.error(format!("`{}` is not a place of the request", site.at));
        None
    }

    fn requirement(&mut self, rule: &Rule, site: &Site, ctx: &Context<'_>) -> (u32, bool) {
        let own = site.require.is_some() || site.forbid.is_some();
        let (require, forbid) =
            if own { (&site.require, &site.forbid) } else { (&rule.require, &rule.forbid) };
        match (require, forbid) {
            (Some(p), None) => (self.within("require", |c| c.predicate(p, ctx)), false),
            (None, Some(p)) => (self.within("forbid", |c| c.predicate(p, ctx)), true),
            _ => {
                self.error("a rule has exactly one of `require` and `forbid`");
                (0, true)
            }
        }
    }

    fn condition(&mut self, rule: &Rule, site: &Site, ctx: &Context<'_>) -> u32 {
        let own = site.when.as_ref().map(|p| self.within("when", |c| c.predicate(p, ctx)));
        let shared = rule.when.as_ref().map(|p| self.within("when", |c| c.predicate(p, ctx)));
        match (shared, own) {
            (None, None) => NONE,
            (Some(op), None) | (None, Some(op)) => op,
            (Some(a), Some(b)) => {
                let run = Run { start: self.program.op_runs.len() as u32, len: 2 };
                self.program.op_runs.extend([a, b]);
                self.op(crate::program::Op::All(run))
            }
        }
    }

    fn texts(&mut self, rule: &Rule, site: &Site, names: Run) -> ([Str; 2], [Str; 2]) {
        let own = |t: &crate::pack::Text| (t.message.clone(), t.help.clone());
        let mut out = [own(&rule.text.en), own(&rule.text.zh)];
        if let Some(texts) = &site.text {
            for (slot, text) in out.iter_mut().zip([&texts.en, &texts.zh]) {
                slot.0.clone_from(&text.message);
                if let Some(help) = &text.help {
                    slot.1.clone_from(help);
                }
            }
        }
        let message = [self.template(&out[0].0, names), self.template(&out[1].0, names)];
        let help = [self.template(&out[0].1, names), self.template(&out[1].1, names)];
        (message, help)
    }

    /// A template, its names looked up.
    fn template(&mut self, text: &str, names: Run) -> Str {
        let hole = |name: &str, value: bool| match (template::built_in(name), self.name(name, names)) {
            (Some(built_in), _) if !value => Hole::BuiltIn(built_in),
            (_, Some(index)) if value => Hole::Value(index),
            (_, Some(index)) => Hole::Name(index),
            (_, None) => Hole::None,
        };
        let baked = template::bake(text, &hole);
        if baked.is_none() {
            self.within("text", |c| c.error("the texts use more names than there may be"));
        }
        self.intern(&baked.unwrap_or_default())
    }

    /// The place of a name among those of a site.
    fn name(&self, name: &str, names: Run) -> Option<usize> {
        let mut names = self.program.names.run(names);
        names.position(|n| self.program.str(n.text) == name)
    }

    /// Every name that texts and fixes use, resolved at this site.
    fn names(&mut self, rule: &Rule, site: &Site, ctx: &Context<'_>) -> Run {
        let mut wanted: Vec<(String, bool)> = vec![];
        let hints = [&rule.text.en.hint, &rule.text.zh.hint].into_iter().flatten().cloned();
        for text in hints.chain(texts_of(rule, site)) {
            wanted.extend(template::names(&text));
        }
        for fix in fixes_of(rule, site) {
            let removed = fix.remove.iter().flat_map(OneOrMore::names).filter(|name| *name != ".");
            wanted.extend(removed.map(|name| (name.to_owned(), false)));
            wanted.extend(fix.set.iter().map(|s| (s.field.clone(), false)));
            wanted.extend(fix.append.iter().map(|a| (a.to.clone(), false)));
        }
        wanted.retain(|(name, _)| name != FAULTY_ITEM);
        let mut names: Vec<Name> = vec![];
        for (name, as_value) in wanted {
            if name == "." && ctx.subject.is_none() {
                // There is no value at hand.
                names.push(Name { text: self.intern(&name), operand: NONE, value: NONE });
                continue;
            }
            if let Some(expr) = self.named.get(&name).copied() {
                let s = self.intern(&name);
                names.push(Name { text: s, operand: NONE, value: expr });
                continue;
            }
            if template::built_in(&name).is_some() {
                continue;
            }
            let target = self.within("text", |c| c.path(&name, ctx));
            let secret = self.program.fields.get(target.field as usize).is_some_and(|f| f.secret);
            if secret && as_value {
                self.within("text", |c| c.error(format!("`{{={name}}}` would print a secret")));
            }
            let operand = Operand { of: name.clone(), or_default: false, part: None };
            let operand = self.any_operand(&operand, ctx);
            names.push(Name { text: self.intern(&name), operand, value: NONE });
        }
        let mut seen = std::collections::HashSet::new();
        names.retain(|n| seen.insert(n.text));
        self.program.names.extend(names)
    }

    fn fixes(&mut self, specs: &[FixSpec], names: Run) -> Run {
        let mut infos = vec![];
        for (index, spec) in specs.iter().enumerate() {
            if let Some(info) = self.within("fix", |c| c.within(index, |c| c.fix(spec, names))) {
                infos.push(info);
            }
        }
        self.program.fixes.extend(infos)
    }

    fn fix(&mut self, spec: &FixSpec, names: Run) -> Option<FixInfo> {
        let (action, fields, value) = match (&spec.remove, &spec.set, &spec.append) {
            (Some(fields), None, None) => (Action::Remove, fields.names(), String::new()),
            (None, Some(set), None) => match (&set.value, &set.text) {
                (Some(Scalar::Text(t)), None) => {
                    (Action::SetJson, vec![set.field.as_str()], acklint_document::edit::quote_json(t))
                }
                (Some(value), None) => (Action::SetJson, vec![set.field.as_str()], super::scalar_text(value)),
                (None, Some(text)) => (Action::SetText, vec![set.field.as_str()], text.clone()),
                _ => {
                    self.error("`set` takes either `value` or `text`");
                    return None;
                }
            },
            (None, None, Some(append)) => (Action::Append, vec![append.to.as_str()], append.json.clone()),
            _ => {
                self.error("a fix has exactly one of `remove`, `set` and `append`");
                return None;
            }
        };
        if spec.safety == Safety::Safe && action == Action::Append {
            self.error("adding an item chooses for the writer; it is not `safe`");
        }
        let targets: Option<String> = fields
            .into_iter()
            .map(|field| match field {
                FAULTY_ITEM => FixTarget::Item.code(),
                "." if action == Action::Remove => FixTarget::AtHand.code(),
                // A name that is none is told where names are looked up.
                field => FixTarget::Name(self.name(field, names).unwrap_or_default()).code(),
            })
            .collect();
        Some(FixInfo {
            title: [self.template(&spec.en, names), self.template(&spec.zh, names)],
            safety: spec.safety,
            action,
            targets: self.intern(&targets?),
            value: match action {
                Action::SetText => self.template(&value, names),
                _ => self.intern(&value),
            },
        })
    }
}

/// Fixes of a rule at a site.
fn fixes_of<'r>(rule: &'r Rule, site: &'r Site) -> &'r [FixSpec] {
    if site.fix.is_empty() { &rule.fix } else { &site.fix }
}

fn texts_of(rule: &Rule, site: &Site) -> Vec<String> {
    let mut out = vec![];
    for (text, own) in [
        (&rule.text.en, site.text.as_ref().map(|t| &t.en)),
        (&rule.text.zh, site.text.as_ref().map(|t| &t.zh)),
    ] {
        out.push(own.map_or(&text.message, |o| &o.message).clone());
        out.push(own.and_then(|o| o.help.as_ref()).unwrap_or(&text.help).clone());
    }
    for fix in fixes_of(rule, site) {
        out.extend([fix.en.clone(), fix.zh.clone()]);
        out.extend(fix.set.as_ref().and_then(|s| s.text.clone()));
    }
    out
}
