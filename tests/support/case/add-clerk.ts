import assert from 'node:assert/strict'
import type { RunningCms } from '../desk/cms.ts'
import { signIn, type Staff } from '../desk/staff.ts'

const password = 'Colleague-of-the-clerk-1'

/** Makes an account with a role, and signs in with it. */
export async function addStaff(
  office: Pick<RunningCms, 'cms'>,
  administrator: Staff,
  code: string,
  email: string,
): Promise<Staff> {
  const { body: roles } = await administrator.call('GET', '/admin/roles')
  const role = (roles as { data: { id: number; code: string }[] }).data.find(
    (one) => one.code === code,
  )
  const account = { email, firstname: '乙', lastname: '同事', roles: [role?.id] }
  const made = await administrator.call('POST', '/admin/users', account)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const { id } = (made.body as { data: { id: number } }).data
  const activated = await administrator.call('PUT', `/admin/users/${id}`, {
    isActive: true,
    password,
  })
  assert.equal(activated.status, 200, JSON.stringify(activated.body))
  const login = { role: code, name: '同事', email, password }
  return signIn({ cms: office.cms, logins: [login] }, code)
}

/** Makes a second account of the bureau's case staff, and signs in with it. */
export function addClerk(office: Pick<RunningCms, 'cms'>, administrator: Staff): Promise<Staff> {
  return addStaff(office, administrator, 'case-clerk', 'colleague@desk.example')
}
