import type { Page } from '@playwright/test'
import { expect } from './journey.ts'
import { signIn } from './signed-in.ts'

const DAY = 86_400_000
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** As a browser's field for a day and an hour gives it. */
const there = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 16)
const dayIn = (days: number) => there(days).slice(0, 10)

type Asked = {
  code: string
  name: string
  model?: string
  contact?: string
  body?: string
  opensIn?: number
  intake?: 'here' | 'elsewhere'
  steps?: string
}

/**
 * A dispositif and its call, published through the forms of the desk without showing them; who asks is
 * signed in as the network's staff afterwards. Gives its public address.
 */
export async function publishAtDesk(page: Page, network: string, asked: Asked): Promise<string> {
  await signIn(page, `staff@${network}.demo`)
  const desk = `/${network}/bureau/dispositifs`
  const send = async (path: string, fields: Record<string, string>) => {
    const answer = await page.request.post(path, { form: fields, maxRedirects: 0 })
    expect(answer.status(), `${path}: ${(await answer.text()).slice(0, 2000)}`).toBe(302)
    return answer.headers().location!.match(ID)![0]
  }
  const { code, name, model = 'jsi', opensIn = -10, intake = 'elsewhere', steps = 'sponsor' } = asked
  const dispositif = await send(`${desk}/nouveau?modele=${model}`, {
    ...{ code, name, funder: 'Fonds de démonstration', intake, body: asked.body ?? '' },
    summary: 'Pour un groupe de jeunes d’ici et un groupe d’ailleurs, qui agissent ensemble.',
    contact: asked.contact ?? 'Camille Essai, camille@essai.example, 01 00 00 00 00',
    intakeUrl: intake === 'here' ? '' : 'https://depot.example/',
  })
  const session = await send(`${desk}/${dispositif}/sessions/nouvelle`, {
    ...{ name: 'Session de démonstration', year: dayIn(30).slice(0, 4), timeZone: 'Europe/Paris' },
    ...{ opensAt: there(opensIn), closesAt: there(opensIn + 30), jury: 'grid', retentionMonths: '60' },
    ...{ actionsFrom: dayIn(90), actionsTo: dayIn(400), envelope: '', steps },
  })
  await send(`${desk}/sessions/${session}`, { intent: 'publier', version: '1' })
  await send(`${desk}/${dispositif}`, { intent: 'publier', version: '1' })
  return `/${network}/dispositifs/${code.toLowerCase()}`
}
