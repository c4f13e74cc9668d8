import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

export const DEMO_PASSWORD = 'maillage-demo'

/** Signs in as the page's form does, without showing it: for journeys about something else. */
export async function signIn(page: Page, email: string) {
  const answer = await page.request.post('/connexion', {
    form: { email, password: DEMO_PASSWORD },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(302)
}

/** A name no other test has. */
export const ownName = (start: string) => `${start} ${Math.random().toString(36).slice(2, 8)}`
