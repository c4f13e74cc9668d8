export { hashPassword } from './door/passwords.server.ts'
export { isDemo } from './door/sign-in.server.ts'
export { lucia } from './session/lucia.server.ts'
