// Registries that mirror only this platform omit the other platforms' optional packages from the lock file, and `npm
// ci` then rejects it. This script adds them by name and version. Run it after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const OSES = [
  'darwin',
  'win32',
  'linux',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
  'openharmony',
]
const CPUS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']
let added = 0
for (const pack of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(pack.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`] || !/^\d/.test(version)) continue
    const parts = name.split(/[/-]/)
    const os = OSES.find((known) => parts.includes(known)) ?? (parts.includes('wasi') ? 'wasi' : 'none')
    const cpu = CPUS.find((known) => parts.includes(known)) ?? (name.includes('arm') ? 'arm' : 'none')
    const libc = /musl/.test(name) ? ['musl'] : undefined
    lock.packages[`node_modules/${name}`] = { version, cpu: [cpu], optional: true, os: [os], ...(libc && { libc }) }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} packages of other platforms added`)
