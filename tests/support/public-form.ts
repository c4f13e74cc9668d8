import type { Clock } from '#server/kernel/clock.ts'
import { decoded } from './html-elements.ts'
import { form, type TestApp } from './http.ts'

/** A clock that tests put forward: what wants a person's time need not be waited for. */
export function forwardClock(): Clock & { forward: (seconds: number) => void } {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    forward: (seconds) => {
      ahead += seconds * 1000
    },
  }
}

type Fields = Record<string, string | string[]>

/** Opens a public form and sends it as a person does: what the page carries goes with it, some seconds later. */
export async function fillIn(
  app: TestApp,
  clock: ReturnType<typeof forwardClock>,
  path: string,
  fields: Fields,
  { seconds = 30, cookie = '' } = {},
) {
  const page = decoded(await (await app.request(path, { headers: { cookie } })).text())
  const ouvert = page.match(/name="ouvert" value="([^"]*)"/)?.[1] ?? ''
  clock.forward(seconds)
  return app.request(path, {
    method: 'POST',
    body: form({ ouvert, complement: '', ...fields }),
    headers: { cookie },
  })
}
