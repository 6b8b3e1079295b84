/**
 * Returns the values of a cell that joins several, as the documentation says: bars between spaces divide them, and a bar of a value
 * has one backslash more than it had.
 * @param count number of values; an empty cell has as many empty ones
 */
export const splitCell = (cell: string, count: number): readonly string[] =>
  cell === ''
    ? Array(count).fill('')
    : cell.split(' | ').map((value) => value.replace(/(?<=^| )\\(\\*\|)(?= |$)/g, (_, bar: string) => bar))
