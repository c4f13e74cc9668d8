/** A spreadsheet with every answer, or a folder of papers with what was attached to them. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'zip'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
