export { getMembersUntil, getMemberUntil } from './membership/get-member-until.server.ts'
