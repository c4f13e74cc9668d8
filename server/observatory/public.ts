export { observatory } from './permissions.ts'
