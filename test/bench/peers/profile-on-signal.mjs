import { renameSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'

/*
 * Loaded with --import into a server: SIGUSR2 starts a CPU profile of its main thread, and the next SIGUSR2 writes the profile
 * as JSON to SANAD_PROFILE_FILE.
 */
const { SANAD_PROFILE_FILE = '' } = process.env
const SAMPLE_US = 200

const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.setSamplingInterval', { interval: SAMPLE_US })

let isRunning = false
process.on('SIGUSR2', () => {
  if (!isRunning) session.post('Profiler.start')
  else
    session.post('Profiler.stop', (error, { profile } = {}) => {
      if (error) throw error
      writeFileSync(`${SANAD_PROFILE_FILE}.part`, JSON.stringify(profile))
      renameSync(`${SANAD_PROFILE_FILE}.part`, SANAD_PROFILE_FILE)
    })
  isRunning = !isRunning
})
