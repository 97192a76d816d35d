//! The order of functions.

use super::Done;
use flate2::{Compress, Compression, FlushCompress};
use std::ops::Range;
use std::thread;
use wasmparser::{FunctionBody, Operator};

/// So many times some changes of the order are tried at once.
const ROUNDS: usize = 400;
const AT_ONCE: usize = 4;
/// By so many functions before it the next one is chosen in the beginning.
const BEFORE: usize = 6;

/// The order in which bodies become small: first each comes after those it has the most in common with, then some are
/// moved elsewhere as long as that helps. The same on every machine.
pub(super) fn of(bodies: &[FunctionBody<'_>], imports: u32) -> Done<Vec<usize>> {
    let code = Code { bodies: bodies.iter().map(Body::of).collect::<Done<_>>()?, imports };
    let orders = [(0..bodies.len()).collect(), code.by_likeness()];
    let [(asis, order), (size, like)] = orders.map(|order| (code.size(&order), order));
    let (mut size, mut order) = if size < asis { (size, like) } else { (asis, order) };
    let mut random = Random(1);
    for _ in 0..ROUNDS {
        let tries: Vec<Vec<usize>> = (0..AT_ONCE).map(|_| random.moved(&order)).collect();
        let sizes = thread::scope(|scope| {
            let sizes: Vec<_> = tries.iter().map(|order| scope.spawn(|| code.size(order))).collect();
            // One that failed is none to take.
            sizes.into_iter().map(|size| size.join().unwrap_or(usize::MAX)).collect::<Vec<_>>()
        });
        for (other, this) in tries.into_iter().zip(sizes) {
            if this <= size {
                (order, size) = (other, this);
            }
        }
    }
    Ok(order)
}

/// Where each body stands in an order.
pub(super) fn places(order: &[usize]) -> Vec<u32> {
    let mut places = vec![0; order.len()];
    for (place, body) in (0..).zip(order) {
        places[*body] = place;
    }
    places
}

/// The number of a function once bodies stand in their new places.
pub(super) fn index(old: u32, imports: u32, places: &[u32]) -> u32 {
    old.checked_sub(imports).map_or(old, |own| imports + places[own as usize])
}

struct Code<'m> {
    bodies: Vec<Body<'m>>,
    imports: u32,
}

/// The bytes of a function, and where in them is which number of another one.
struct Body<'m> {
    bytes: &'m [u8],
    calls: Vec<(Range<usize>, u32)>,
}

impl<'m> Body<'m> {
    fn of(body: &FunctionBody<'m>) -> Done<Self> {
        let mut calls = vec![];
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let (operator, start) = operators.read_with_offset()?;
            if let Operator::Call { function_index } | Operator::RefFunc { function_index } = operator {
                let from = body.range().start;
                calls.push((start + 1 - from..operators.original_position() - from, function_index));
            }
        }
        Ok(Self { bytes: body.as_bytes(), calls })
    }

    fn write(&self, (imports, places): (u32, &[u32]), out: &mut Vec<u8>) {
        let mut done = 0;
        for (range, callee) in &self.calls {
            out.extend(&self.bytes[done..range.start]);
            number(index(*callee, imports, places), out);
            done = range.end;
        }
        out.extend(&self.bytes[done..]);
    }
}

fn number(mut value: u32, out: &mut Vec<u8>) {
    while value > 127 {
        out.push(value as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

impl Code<'_> {
    /// How many bytes all of it is, packed.
    fn size(&self, order: &[usize]) -> usize {
        let places = places(order);
        let (mut all, mut one) = (vec![], vec![]);
        for body in order {
            one.clear();
            self.bodies[*body].write((self.imports, &places), &mut one);
            number(one.len() as u32, &mut all);
            all.extend(&one);
        }
        packed(&[], &all)
    }

    fn by_likeness(&self) -> Vec<usize> {
        let parts: Vec<Vec<[u8; 4]>> = self.bodies.iter().map(|body| parts(body.bytes)).collect();
        let mut left: Vec<usize> = (0..parts.len()).collect();
        let mut order: Vec<usize> = vec![];
        while !left.is_empty() {
            let last = &order[order.len().saturating_sub(BEFORE)..];
            let mut before: Vec<[u8; 4]> = last.iter().flat_map(|body| &parts[*body]).copied().collect();
            before.sort_unstable();
            let share = |body: usize| {
                let shared = parts[body].iter().filter(|part| before.binary_search(part).is_ok()).count();
                (shared << 16) / (parts[body].len() + 1)
            };
            let best =
                left.iter().copied().max_by_key(|body| (share(*body), parts[*body].len(), usize::MAX - body));
            left.retain(|body| Some(*body) != best);
            order.extend(best);
        }
        order
    }
}

/// All that four bytes in a row are, each once.
fn parts(bytes: &[u8]) -> Vec<[u8; 4]> {
    let mut parts: Vec<[u8; 4]> = bytes.windows(4).filter_map(|part| part.try_into().ok()).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// How many bytes become of some that stand behind others.
pub(super) fn packed(before: &[u8], bytes: &[u8]) -> usize {
    let mut deflate = Compress::new(Compression::best(), false);
    if !before.is_empty() && deflate.set_dictionary(before).is_err() {
        return usize::MAX;
    }
    let mut out = Vec::with_capacity(bytes.len() + 64);
    match deflate.compress_vec(bytes, &mut out, FlushCompress::Finish) {
        Ok(_) => out.len(),
        Err(_) => usize::MAX,
    }
}

/// Numbers without an order, always the same.
struct Random(u64);

impl Random {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }

    /// The order with some that stand together moved to another place.
    fn moved(&mut self, order: &[usize]) -> Vec<usize> {
        let count = [1, 1, 1, 2, 3, 5, 8, 16][self.below(8)].min(order.len());
        let from = self.below(order.len() - count + 1);
        let mut rest = order.to_vec();
        let some: Vec<usize> = rest.drain(from..from + count).collect();
        let to = self.below(rest.len() + 1);
        rest.splice(to..to, some);
        rest
    }
}
