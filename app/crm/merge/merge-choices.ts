/** What the form of a merge sends, as the act takes it; what it does not know is refused there. */
export function mergeChoices(form: FormData) {
  const choices: Record<string, string> = {}
  const memberships: Record<string, string> = {}
  for (const [name, value] of form) {
    if (name.startsWith('champ_')) choices[name.slice('champ_'.length)] = String(value)
    if (name.startsWith('annee_')) memberships[name.slice('annee_'.length)] = String(value)
  }
  return {
    kept: form.get('garder'),
    versions: { left: form.get('v_left'), right: form.get('v_right') },
    choices,
    otherName: form.get('autre_nom') ?? undefined,
    memberships,
  }
}
