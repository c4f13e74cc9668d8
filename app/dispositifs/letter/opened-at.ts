/** When the page that sends a letter was opened, as it said itself; null where it did not. */
export function openedAtOf(form: FormData): Date | null {
  const at = new Date(String(form.get('ouverte') ?? ''))
  return Number.isNaN(at.getTime()) ? null : at
}
