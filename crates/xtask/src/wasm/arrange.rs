//! Where things stand in a module. What is alike stands together and is numbered alike, so that it travels as fewer
//! bytes: gzip looks for repeats in the last 32 KB, and takes less for what is near. The module does the same as
//! before, and as fast.

mod locals;
mod order;

use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, ConstExpr, DataSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, DataKind, DataSectionReader, FunctionSectionReader, MemArg,
    Operator, Parser, Payload,
};

type Done<T = ()> = Result<T, reencode::Error>;

/// So many zeros between two pieces of data are better than another piece.
const GAP: usize = 64;

/// Another order lets other numbers of variables repeat more, and the other way round.
const PASSES: usize = 2;

/// The module with its functions in another order, their variables numbered anew, its data in few pieces, and nothing
/// beside that.
pub(super) fn arranged(mut module: Vec<u8>) -> Done<Vec<u8>> {
    for _ in 0..PASSES {
        module = locals::numbered(in_order(&module)?)?;
    }
    Ok(module)
}

fn in_order(module: &[u8]) -> Done<Vec<u8>> {
    let (mut imports, mut bodies, mut data) = (0, vec![], vec![]);
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => imports = section.count(),
            Payload::CodeSectionEntry(body) => bodies.push(body),
            Payload::DataSection(section) => data = joined(section)?,
            _ => {}
        }
    }
    let order = order::of(&bodies, imports)?;
    let places = order::places(&order);
    let mut out = Module::new();
    Arranger { imports, order, places, data }.parse_core_module(&mut out, Parser::new(0), module)?;
    Ok(out.finish())
}

/// Active pieces of data, where they begin and what is in them.
type Pieces = Vec<(i32, Vec<u8>)>;

fn joined(section: DataSectionReader<'_>) -> Done<Pieces> {
    let mut pieces: Pieces = vec![];
    for data in section {
        let data = data?;
        let DataKind::Active { memory_index: 0, offset_expr } = data.kind else {
            return Err(reencode::Error::InvalidConstExpr);
        };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            return Err(reencode::Error::InvalidConstExpr);
        };
        if let Some((start, bytes)) = pieces.last_mut()
            && let Ok(to) = usize::try_from(value - *start)
            && (bytes.len()..=bytes.len() + GAP).contains(&to)
        {
            bytes.resize(to, 0);
            bytes.extend(data.data);
        } else {
            pieces.push((value, data.data.to_vec()));
        }
    }
    Ok(pieces)
}

struct Arranger {
    imports: u32,
    /// Bodies in their new order.
    order: Vec<usize>,
    /// The new place of each body.
    places: Vec<u32>,
    data: Pieces,
}

impl Reencode for Arranger {
    type Error = Infallible;

    /// Nothing is said of how an address is aligned: it is a hint that processors of today do not need.
    fn mem_arg(&mut self, arg: MemArg) -> Done<wasm_encoder::MemArg> {
        utils::mem_arg(self, MemArg { align: 0, ..arg })
    }

    fn function_index(&mut self, index: u32) -> Done<u32> {
        Ok(order::index(index, self.imports, &self.places))
    }

    fn parse_function_section(
        &mut self,
        out: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Done {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for body in &self.order {
            out.function(types[*body]);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, out: &mut CodeSection, section: CodeSectionReader<'_>) -> Done {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for body in self.order.clone() {
            utils::parse_function_body(self, out, bodies[body].clone())?;
        }
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> Done<u32> {
        Ok(self.data.len() as u32)
    }

    fn parse_data_section(&mut self, out: &mut DataSection, _: DataSectionReader<'_>) -> Done {
        for (start, bytes) in &self.data {
            out.active(0, &ConstExpr::i32_const(*start), bytes.iter().copied());
        }
        Ok(())
    }

    /// Names and notes of compilers: pages do not need them.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Done {
        Ok(())
    }
}
