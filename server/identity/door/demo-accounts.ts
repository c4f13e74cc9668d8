export type SignInPolicy = { demoAccounts: boolean }

let policy: SignInPolicy = { demoAccounts: false }

/** Live mode refuses the accounts whose password is printed in the README, and sessions they opened before. */
export function configureSignIn(given: SignInPolicy) {
  policy = given
}

export const isDemo = (email: string) => email.endsWith('.demo')
export const isRefused = (email: string) => isDemo(email) && !policy.demoAccounts
