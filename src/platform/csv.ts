/** One line of a CSV file (RFC 4180, without a line end). A cell that starts like a formula stays text in a spreadsheet. */
export function csvLine(cells: readonly unknown[]): string {
  return cells.map((value) => cell(value === null || value === undefined ? '' : String(value))).join(',')
}

function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
