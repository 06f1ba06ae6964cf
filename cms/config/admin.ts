import { readSecrets } from '../src/secrets.ts'

export default () => {
  const secrets = readSecrets()
  return {
    auth: { secret: secrets.adminJwtSecret, cookie: { sameSite: 'strict' } },
    apiToken: { salt: secrets.apiTokenSalt },
    transfer: { token: { salt: secrets.transferTokenSalt } },
    secrets: { encryptionKey: secrets.encryptionKey },
    flags: { nps: false, promoteEE: false },
    ai: { enabled: false },
  }
}
