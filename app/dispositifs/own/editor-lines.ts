type Editor = {
  id: string
  name: string
  email: string
  accountId: string | null
  access: 'write' | 'read'
  organisationId: string | null
}
type Holder = { id: string; name: string }

/** Who writes or reads a dossier, and for which of its holders where several carry it. */
export const editorLines = (editors: Editor[], holders: Holder[], self: string | null = null) =>
  editors.map(({ id, name, email, accountId, access, organisationId }) => ({
    ...{ id, name: name || email, email, came: accountId !== null, reads: access === 'read' },
    self: self !== null && accountId === self,
    of: holders.length > 1 ? (holders.find((one) => one.id === organisationId)?.name ?? '') : '',
  }))
export type EditorLine = ReturnType<typeof editorLines>[number]

/** Who would read what is asked of the holder: people who came, people invited only, or nobody. */
export const reachOf = (lines: EditorLine[]): 'came' | 'invited' | 'nobody' => {
  const writers = lines.filter(({ reads }) => !reads)
  return writers.some(({ came }) => came) ? 'came' : writers.length > 0 ? 'invited' : 'nobody'
}
