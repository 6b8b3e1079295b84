import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

const EVERY_MS = 50
const { url } = workerData
const kept = new Agent({ keepAlive: true, maxSockets: 4 })
const waitsMs = []
const failures = []
let asked = 0

/** Alternates between a new connection and a kept-alive one. */
function ask() {
  const startedMs = performance.now()
  asked += 1
  const sent = request(url, { agent: asked % 2 ? false : kept, localAddress: '127.0.0.1' }, (response) => {
    response.resume().once('end', () => {
      if (response.statusCode === 200) waitsMs.push(performance.now() - startedMs)
      else failures.push(`status ${response.statusCode}`)
    })
  })
  sent.once('error', (error) => failures.push(error.code ?? error.message))
  sent.end()
}

const timer = setInterval(ask, EVERY_MS)
parentPort.once('message', () => {
  clearInterval(timer)
  setTimeout(() => {
    parentPort.postMessage({ asked, waitsMs, failures })
    kept.destroy()
  }, 1000)
})
