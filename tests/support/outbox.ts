import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

/** Opens the link of the nth mail of this subject to this address, as whoever received it would. */
export async function openLinkFor(page: Page, address: string, subject: string, nth = 1) {
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
  await page.getByRole('navigation', { name: 'Liens du message' }).getByRole('link').first().click()
}
