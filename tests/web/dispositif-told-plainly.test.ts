import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { desk } from '#server/kernel/rules.ts'
import { findTodo } from '#server/kernel/todo/find-todo.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { deskOf } from '#tests/support/desk-dossiers.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string
let at: ReturnType<typeof deskOf>

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  at = deskOf(app, staff, cookie)
})

const text = async (answer: Response | Promise<Response>) => decoded(await (await answer).text())
const read = (path: string) => text(app.request(path, { headers: { cookie } }))

describe('A correction asked of a file that nobody was invited to', () => {
  const asked = { intent: 'demander', fields: 'title', reason: 'Dites-nous où.', dueOn: '2099-01-31' }

  it('is said to reach nobody before it is sent, and after', async () => {
    const file = await at.aDossier(await at.aSession(await at.aDispositif()))
    const before = await read(`${file}/porteur`)
    expect(before).toContain('votre demande ne serait lue par personne')
    expect(before).toContain('href="#equipe"')
    const sent = await at.send(`${file}/porteur`, asked)
    expect(sent.status, await sent.clone().text()).toBe(302)
    const after = await read(sent.headers.get('location')!)
    expect(after).toContain('personne ne la recevra')
    expect(after).not.toContain('La demande est partie')
  })

  it('is said to wait for the person invited who did not come yet', async () => {
    const file = await at.aDossier(await at.aSession(await at.aDispositif()))
    const person = { name: 'Awa Essai', email: 'awa@porteuse.example', access: 'write' }
    await at.send(`${file}/porteur`, { intent: 'inviter', ...person })
    expect(await read(`${file}/porteur`)).toContain('n’a pas encore ouvert son lien')
  })
})

describe('A line of a budget', () => {
  it('with an amount and no heading asks for its heading, and keeps the amount', async () => {
    const dispositif = await at.aDispositif()
    const amounts = { 'f.budget.expense.cash.0.cents': '450', 'f.budget.income.cash.0.cents': '900' }
    const page = await text(at.send(`${dispositif}/formulaire`, amounts))
    expect(page).toContain('Choisissez le poste de cette ligne.')
    expect(page).toContain('Choisissez qui finance cette ligne.')
    expect(page).toContain('value="450"')
    expect(page).not.toContain('Choix inconnu')
  })
})

describe('What awaits the team', () => {
  it('is led to with words and its number', async () => {
    const session = await at.aSession(await at.aDispositif())
    for (let nth = 0; nth < 7; nth++) await at.aDossier(session)
    const home = await read(`/${staff.network.slug}/bureau`)
    expect(home).toContain('Dossiers déposés, à vérifier')
    expect(home).toMatch(/Tous les dossiers des dispositifs \(\d+\)/)
    expect(home).not.toContain('todo.all.')
  })

  it('has a line of each kind of work, however many wait of one', async () => {
    const lines = (kind: string) =>
      [1, 2, 3, 4, 5].map((nth) => ({ kind, title: `${kind} ${nth}`, since: null, path: kind }))
    const kinds = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const provided = (shown: string[]) =>
      shown.map((name) => ({
        ...{ name, all: name, rule: desk['space:enter'] },
        find: async () => ({ lines: lines(name), total: 100 }),
      }))
    const many = await findTodo(staff, provided(kinds))
    expect(many.lines.map(({ kind }) => kind)).toEqual(kinds)
    expect(many.total).toBe(700)
  })
})
