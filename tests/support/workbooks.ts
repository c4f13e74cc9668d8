import { zip } from './sample-files.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const part = (name: string, content: string) => ({ name, content: Buffer.from(content) })

/** A workbook whose one sheet is this XML, however it was made. */
export const sheet = (rows: string, more: { name: string; content: Buffer }[] = []) =>
  zip([
    part('[Content_Types].xml', '<Types><Default Extension="xml" ContentType="application/xml"/></Types>'),
    part(
      '_rels/.rels',
      `<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      '<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part('xl/worksheets/sheet1.xml', rows),
    ...more,
  ])

export const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
export const row = (...cells: string[]) => `<row>${cells.map(text).join('')}</row>`
export const sheetOf = (...rows: string[]) =>
  sheet(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`)
