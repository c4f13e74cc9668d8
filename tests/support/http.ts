import { inject } from 'vitest'
import { createApp } from '#server/http/app.ts'
import { builtPages } from '#server/http/pages.ts'
import { configureSignIn } from '#server/identity/door/sign-in.server.ts'
import type { Clock } from '#server/kernel/clock.ts'
import { systemClock } from '#server/kernel/clock.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { configureMail } from '#server/kernel/mail/post-office.server.ts'
import { MAILS } from '#server/mails.ts'
import { memoryFiles } from './memory-files.ts'
import { PASSWORD, type Person } from './people.ts'

export type TestApp = Awaited<ReturnType<typeof startApp>>

/** The whole product behind its public door, in this process: pages as built, API, tRPC. */
export async function startApp(
  options: { clock?: Clock; demo?: boolean; apiRateLimit?: number; bounceToken?: string } = {},
) {
  const pages = builtPages(inject('pages'))
  await pages.load()
  configureFiles(memoryFiles())
  configureSignIn({ demoAccounts: options.demo ?? false })
  configureMail({ mails: MAILS, origin: 'http://maillage.test', demo: options.demo ?? false, mail: {} })
  const state = { starting: false, stopping: false }
  const app = createApp({
    origin: 'http://maillage.test',
    demo: options.demo ?? false,
    clock: options.clock ?? systemClock,
    state,
    clientDir: pages.clientDir,
    pages: pages.handle,
    apiRateLimit: options.apiRateLimit ?? 0,
    bounceToken: options.bounceToken,
  })
  const request = (path: string, init: RequestInit = {}) =>
    app.request(`http://maillage.test${path}`, {
      ...init,
      headers: { host: 'maillage.test', ...init.headers },
    })
  return { app, state, request }
}

export function form(fields: Record<string, string | string[]>): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return body
}

/** Signs in through the page and gives the cookie to send afterwards. */
export async function signedIn(
  app: TestApp,
  person: Pick<Person, 'email'>,
  password = PASSWORD,
): Promise<string> {
  const response = await app.request('/connexion', {
    method: 'POST',
    body: form({ email: person.email, password }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (response.status !== 302 || !cookie) throw new Error(`sign-in answered ${response.status}`)
  return cookie
}
