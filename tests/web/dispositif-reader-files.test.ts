import { beforeAll, expect, it } from 'vitest'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { juryOf } from '#tests/support/jury.ts'
import { memoryFiles } from '#tests/support/memory-files.ts'
import { staffOf } from '#tests/support/published.ts'
import { PDF } from '#tests/support/sample-files.ts'

const database = useDatabase()
let app: TestApp
let cookie: string
let jury: ReturnType<typeof juryOf>

beforeAll(async () => {
  app = await startApp()
  configureFiles(memoryFiles())
  const staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  jury = juryOf(app, database.superuser, staff, cookie)
})

/** A file of a session, with the PDF that came with it, and who reads it. */
async function given(settings: Record<string, string>) {
  const session = await jury.aSession(await jury.aDispositif('isi'))
  const [file] = await jury.filesOf(session, 1)
  const body = new FormData()
  body.append('dossier', file!)
  body.append('fichier', new File([new Uint8Array(PDF)], 'Dossier déposé.pdf'))
  const sent = await app.request(`${session}/pieces`, { method: 'POST', body, headers: { cookie } })
  expect(sent.status).toBe(200)
  const reader = await jury.aReader(`Lecture ${Math.random()}`)
  await jury.choose(session, [reader])
  await jury.distribute(session, 1)
  await jury.send(`${session}/instruction`, { intent: 'regler', readers: '1', dueOn: '', ...settings })
  await jury.declare(reader, session)
  return decoded(await (await jury.asReader(reader, `/dossiers/${file}`)).text())
}

it('Whoever reads a file finds the documents that came with it', async () => {
  expect(await given({})).toContain('Dossier déposé.pdf')
})

it('Where files are read without names, documents are not shown: what they say cannot be hidden', async () => {
  expect(await given({ anonymous: 'oui' })).not.toContain('Dossier déposé.pdf')
})
