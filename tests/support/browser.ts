import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The machine's browser if it has one, else the one that ships inside a package (Linux, no other install). */
export async function browserOptions() {
  const named = process.env.CHROME_PATH ?? INSTALLED.find((path) => existsSync(path))
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ]
  if (named) return { executablePath: named, args: ['--no-sandbox', ...quiet] }
  // Its own flags are for a cloud function: one process for all, which ends with the first page closed.
  const args = chromium.args.filter((arg) => !/^--(headless|single-process|no-zygote)/.test(arg))
  return { executablePath: await chromium.executablePath(), args: [...args, ...quiet] }
}
