import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

/** Opens the link of the nth mail of this subject to this address, as whoever received it would. */
export async function openLinkFor(page: Page, address: string, subject: string, nth = 1) {
  await (await linkFor(page, address, subject, nth)).click()
}

/** The same at the address this browser came by: the mail names that of the service. */
export async function openPathFor(page: Page, address: string, subject: string, nth = 1) {
  const href = await (await linkFor(page, address, subject, nth)).getAttribute('href')
  await page.goto(new URL(href!).pathname)
}

async function linkFor(page: Page, address: string, subject: string, nth: number) {
  const mails = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: address })
    .filter({ hasText: subject })
  // Links are written after the answer, which does not wait for them.
  await expect(async () => {
    await page.goto('/dev/outbox')
    await expect(mails).toHaveCount(nth, { timeout: 500 })
  }).toPass()
  // The last sent stands first.
  await mails.first().getByRole('link').first().click()
  return page.getByRole('navigation', { name: 'Liens du message' }).getByRole('link').first()
}
