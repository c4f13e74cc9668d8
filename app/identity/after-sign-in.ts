/** Where one goes once a way in has answered: to the passkey if one is asked, keeping where one was going. */
export function afterSignIn(awaitsPasskey: boolean, path: string): string {
  if (!awaitsPasskey) return path || '/connexion'
  return path ? `/connexion/cle?${new URLSearchParams({ retour: path })}` : '/connexion/cle'
}
