import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import { browserOptions } from '#tests/support/browser.ts'
import { withDemoInstance } from '#tests/support/demo-instance.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const WIDTHS = { 1280: 800, 390: 844 }

/** The tour of the README; `as` signs in first. */
const TOUR: { name: string; path: string; as?: string }[] = [
  { name: 'portail', path: '/' },
  { name: 'reseau', path: '/so-cooperation' },
  { name: 'annuaire', path: '/so-cooperation/annuaire' },
  { name: 'bureau', path: '/so-cooperation/bureau', as: 'staff@so-cooperation.demo' },
  { name: 'composants', path: '/dev/ui' },
]

export async function takePictures(folder = FOLDER) {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch(await browserOptions())
  try {
    await withDemoInstance(async ({ url }) => {
      for (const [width, height] of Object.entries(WIDTHS))
        await takeAll(browser, url, folder, { width: Number(width), height })
    })
  } finally {
    await browser.close()
  }
}

async function takeAll(
  browser: Browser,
  baseURL: string,
  folder: string,
  viewport: { width: number; height: number },
) {
  for (const { name, path, as } of TOUR) {
    const context = await browser.newContext({ baseURL, viewport, locale: 'fr-FR', reducedMotion: 'reduce' })
    const page = await context.newPage()
    if (as) await page.request.post('/connexion', { form: { email: as, password: 'maillage-demo' } })
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(folder, `${name}-${viewport.width}.png`) })
    console.log(`${name}-${viewport.width}.png`)
    await context.close()
  }
}
