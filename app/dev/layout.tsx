import { Outlet } from '@remix-run/react'
import { INSIDE } from '../inside-words.ts'

export { insideWords as clientLoader } from '../inside-words.ts'
export const handle = INSIDE

export const loader = () => null

export default function DevLayout() {
  return <Outlet />
}
