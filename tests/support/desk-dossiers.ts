import { expect } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { form, type TestApp } from './http.ts'
import { anOrganisation } from './organisations.ts'

const SESSION = {
  ...{ name: 'Session d’essai', year: '2026', opensAt: '2026-01-05T08:00', closesAt: '2026-02-05T23:59' },
  ...{ timeZone: 'Europe/Paris', envelope: '40 000', jury: 'grid', retentionMonths: '60' },
  steps: ['instruction', 'national', 'advance'],
}

type Fields = Record<string, string | string[]>
let made = 0

/** Dispositifs, sessions and dossiers made through the forms of the desk; gives their addresses. */
export function deskOf(app: TestApp, staff: StaffContext, cookie: string) {
  const desk = `/${staff.network.slug}/bureau/dispositifs`
  const send = (path: string, fields: Fields) =>
    app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
  const sent = async (path: string, fields: Fields) => {
    const answer = await send(path, fields)
    expect(answer.status, await answer.clone().text()).toBe(302)
    return answer.headers.get('location')!.split('?')[0]!
  }
  return {
    ...{ desk, send },
    aDispositif(template = 'isi') {
      made += 1
      const code = `D${made}${Math.random().toString(36).slice(2, 6).toUpperCase()}`
      return sent(`${desk}/nouveau?modele=${template}`, {
        ...{ code, name: 'Dispositif d’essai', intake: 'elsewhere' },
      })
    },
    aSession: (dispositif: string, fields: Fields = {}) =>
      sent(`${dispositif}/sessions/nouvelle`, { ...SESSION, ...fields }),
    async aDossier(session: string, fields: Fields = {}) {
      const holder = anOrganisation({ name: `Porteuse d’essai ${Math.random()}` })
      const holders = (await createOrganisation(staff, holder)).id
      return sent(`${session}/saisir`, { holders, deposited: 'oui', ...fields })
    },
  }
}

export const idOf = (address: string) => address.split('/').at(-1)!
