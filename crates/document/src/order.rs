//! Order.

/// Puts items in order that are few, or most of which are in it: `behind` tells whether the first of two has to stand
/// behind the second. Those that are equal stay as they stand. The sort of the standard library is for many, and
/// takes a copy of its code for each type of item.
///
/// ```
/// let mut items = [1, 3, 2];
/// acklint_document::sort_few(&mut items, |a, b| a > b);
/// assert_eq!(items, [1, 2, 3]);
/// ```
pub fn sort_few<T>(items: &mut [T], behind: impl Fn(&T, &T) -> bool) {
    for sorted in 1..items.len() {
        for at in (0..sorted).rev() {
            match items.get_mut(at..at + 2) {
                Some([one, other]) if behind(one, other) => std::mem::swap(one, other),
                _ => break,
            }
        }
    }
}

/// Puts numbers in order, in one place for all who have to: what something goes by, and below it which it is.
///
/// ```
/// let mut marks = [2 << 32, 1 << 32 | 7, 1 << 32 | 3];
/// acklint_document::sort_marks(&mut marks);
/// assert_eq!(marks, [1 << 32 | 3, 1 << 32 | 7, 2 << 32]);
/// ```
#[inline(never)]
pub fn sort_marks(marks: &mut [u64]) {
    marks.sort_unstable();
}
