import bowser from 'bowser'

/** « Firefox, Linux »: enough for a person to know their own devices, and no more than that is kept. */
export function deviceOf(userAgent: string): string {
  if (!userAgent) return ''
  const { browser, os } = bowser.parse(userAgent.slice(0, 500))
  return [browser.name, os.name].filter(Boolean).join(', ').slice(0, 100)
}
