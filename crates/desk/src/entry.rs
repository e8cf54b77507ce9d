//! What a person types or pastes into a cell.

use gongkai_model::{Amount, Cell, Currency, Decimal, Money};

/// Why a typed text is not the content of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryError {
    /// Not a whole number, blank or "/".
    NotANumber,
    /// Not an amount: digits with at most one decimal point, and perhaps a unit.
    NotAnAmount,
    /// Only a change from last year may be negative.
    Negative,
    /// More digits than the format keeps.
    TooLarge,
    /// A comma that does not separate thousands.
    Comma,
}

/// Reads what was typed into a cell that holds a number. Nothing typed is a blank cell: what is missing is
/// chosen by its own command, not typed.
pub fn read_cell(text: &str, may_be_negative: bool) -> Result<Cell, EntryError> {
    let text = halfwidth(text);
    match text.as_str() {
        "" => return Ok(Cell::Blank),
        "/" => return Ok(Cell::NotApplicable),
        _ => {}
    }
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let digits = without_commas(digits)?;
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(EntryError::NotANumber);
    }
    let number: i64 = digits.parse().map_err(|_| EntryError::TooLarge)?;
    if is_negative && number > 0 && !may_be_negative {
        return Err(EntryError::Negative);
    }
    Ok(Cell::Count(if is_negative { -number } else { number }))
}

/// Reads what was typed into a cell that holds money: `21207.84`, `21207.84 万元`.
pub fn read_amount(text: &str) -> Result<Amount, EntryError> {
    let text = halfwidth(text);
    match text.as_str() {
        "" => return Ok(Amount::Blank),
        "/" => return Ok(Amount::NotApplicable),
        _ => {}
    }
    let units = [
        ("亿元", Currency::HundredMillionYuan),
        ("万元", Currency::TenThousandYuan),
        ("元", Currency::Yuan),
    ];
    let with_unit = units
        .iter()
        .find_map(|(word, unit)| Some((text.strip_suffix(word)?.trim_end(), Some(*unit))));
    let (digits, unit) = with_unit.unwrap_or((&text, None));
    let digits = without_commas(digits)?;
    match Decimal::parse(&digits) {
        Some(value) => Ok(Amount::Money(Money { value, unit })),
        None => Err(EntryError::NotAnAmount),
    }
}

/// The text to edit of a cell: what [`read_cell`] reads as the same cell. A missing cell is an empty text too.
pub fn cell_text(cell: Cell) -> String {
    match cell {
        Cell::Missing | Cell::Blank => String::new(),
        Cell::NotApplicable => "/".to_owned(),
        Cell::Count(number) => number.to_string(),
    }
}

/// The text to edit of an amount.
pub fn amount_text(amount: &Amount) -> String {
    match amount {
        Amount::Missing | Amount::Blank => String::new(),
        Amount::NotApplicable => "/".to_owned(),
        Amount::Money(Money { value, unit }) => {
            let unit = match unit {
                Some(Currency::Yuan) => " 元",
                Some(Currency::TenThousandYuan) => " 万元",
                Some(Currency::HundredMillionYuan) => " 亿元",
                None => "",
            };
            [value.as_str(), unit].concat()
        }
    }
}

/// Trims, and writes the full-width digits and signs of Chinese input methods as ASCII.
fn halfwidth(text: &str) -> String {
    let ascii = |c: char| match c {
        '０'..='９' | '／' | '．' | '，' | '－' | '＋' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        }
        '\u{2212}' => '-',
        _ => c,
    };
    text.trim().chars().map(ascii).collect()
}

/// Removes commas between groups of three digits, and refuses any other comma.
fn without_commas(digits: &str) -> Result<String, EntryError> {
    if !digits.contains(',') {
        return Ok(digits.to_owned());
    }
    let (whole, _) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let is_grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if !is_grouped || digits.matches(',').count() != whole.matches(',').count() {
        return Err(EntryError::Comma);
    }
    Ok(digits.replace(',', ""))
}

/// Reads a block copied from Excel, WPS, Word or a web page: rows of cells separated by tabs. A cell in
/// quotation marks may contain line ends and tabs, and doubles its quotation marks.
pub fn read_block(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut is_quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if is_quoted => {
                if characters.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    is_quoted = false;
                }
            }
            '"' if cell.is_empty() => is_quoted = true,
            '\t' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_slash_and_zero_are_three_things() {
        assert_eq!(read_cell("", false), Ok(Cell::Blank));
        assert_eq!(read_cell(" / ", false), Ok(Cell::NotApplicable));
        assert_eq!(read_cell("0", false), Ok(Cell::Count(0)));
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        assert_eq!(read_cell("１２３", false), Ok(Cell::Count(123)));
        assert_eq!(read_cell("1,234,567", false), Ok(Cell::Count(1_234_567)));
        assert_eq!(read_cell("+3", false), Ok(Cell::Count(3)));
        assert_eq!(read_cell("－302", true), Ok(Cell::Count(-302)));
        assert_eq!(read_cell("-0", false), Ok(Cell::Count(0)));
    }

    #[test]
    fn anything_else_is_refused_with_its_reason() {
        assert_eq!(read_cell("12,34", false), Err(EntryError::Comma));
        assert_eq!(read_cell("1,2345", false), Err(EntryError::Comma));
        assert_eq!(read_cell("-302", false), Err(EntryError::Negative));
        assert_eq!(read_cell("3.5", false), Err(EntryError::NotANumber));
        assert_eq!(read_cell("3件", false), Err(EntryError::NotANumber));
        assert_eq!(read_cell("O", false), Err(EntryError::NotANumber));
        assert_eq!(
            read_cell("99999999999999999999", false),
            Err(EntryError::TooLarge)
        );
        assert_eq!(read_amount("1.2.3"), Err(EntryError::NotAnAmount));
        assert_eq!(read_amount("约3万元"), Err(EntryError::NotAnAmount));
    }

    #[test]
    fn an_amount_keeps_its_digits_and_its_unit() {
        for text in ["21207.84 万元", "709455.90 元", "3", "", "/", "1.5 亿元"] {
            let amount = read_amount(text).unwrap();
            assert_eq!(amount_text(&amount), text);
        }
        assert_eq!(read_amount("21,207.84万元"), read_amount("21207.84 万元"));
    }

    #[test]
    fn a_copied_block_keeps_its_rows_and_its_empty_cells() {
        let block = read_block("1\t2\t\r\n\t\"a\tb\nc \"\"d\"\"\"\t4\r\n");
        assert_eq!(block, [vec!["1", "2", ""], vec!["", "a\tb\nc \"d\"", "4"]]);
        assert_eq!(read_block("7"), [["7"]]);
        assert!(read_block("").is_empty());
    }
}
