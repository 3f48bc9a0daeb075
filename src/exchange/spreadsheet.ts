/** The spreadsheet library, read when a sheet is first asked for: it takes a third of a second that no start needs. */
export async function spreadsheets() {
  const { default: library } = await import('exceljs')
  return library.stream.xlsx
}
