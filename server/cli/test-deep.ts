export { runDeep as run } from './test.ts'
