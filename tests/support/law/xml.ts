/** A run of words with properties of its own. */
export function styled(properties: string, text: string): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A paragraph of runs, or of plain words. */
export function p(content: string, properties = ''): string {
  const inside = content.startsWith('<')
    ? content
    : `<w:r><w:t xml:space="preserve">${content}</w:t></w:r>`
  return `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`
}

/** A field that stores its instruction and, where it has one, its result. */
export function field(instruction: string, result?: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const stored = result === undefined ? '' : `${mark('separate')}<w:r><w:t>${result}</w:t></w:r>`
  const told = `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`
  return mark('begin') + told + stored + mark('end')
}

/** A cell of a table. */
export function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
}

/** A row of cells. */
export function row(cells: string, properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
}

const shape = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'

/** A drawing with whatever is given as its data. */
export function drawn(uri: string, data: string, properties = ''): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图 1" ${properties}/><a:graphic><a:graphicData uri="${uri}">${data}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

/** A box with paragraphs in it. */
export function box(paragraphs: string): string {
  return drawn(
    shape,
    `<wps:wsp><wps:txbx><w:txbxContent>${paragraphs}</w:txbxContent></wps:txbx></wps:wsp>`,
  )
}
