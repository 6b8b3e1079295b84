import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/**
 * A client in a thread of its own, so that no other work of the attack delays what it measures. It asks in even intervals
 * until its parent sends a message, and then posts `{ asked, answers: { sentMs, ms }[], failures }`, with times since the epoch.
 */
const { url, body, addresses = ['127.0.0.1'], everyMs = 50 } = workerData
const LAST_ANSWERS_MS = 1000
const kept = new Agent({ keepAlive: true, maxSockets: 4 })
const headers =
  body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
const answers = []
const failures = []
let asked = 0
let waiting = 0

/** Alternates between a new connection and a kept-alive one. */
function ask() {
  const startedMs = performance.now()
  const localAddress = addresses[asked % addresses.length]
  asked += 1
  waiting += 1
  const options = {
    method: body === undefined ? 'GET' : 'POST',
    agent: asked % 2 ? false : kept,
    localAddress,
    headers,
  }
  const sent = request(url, options, (response) => {
    let start = ''
    response.once('data', (chunk) => (start = chunk.toString('latin1', 0, 20)))
    response.resume().once('end', () => {
      waiting -= 1
      const isAnswer = response.statusCode === 200 && (body === undefined || start.startsWith('{"data"'))
      if (isAnswer) answers.push({ sentMs: performance.timeOrigin + startedMs, ms: performance.now() - startedMs })
      else failures.push(`status ${response.statusCode} ${start}`)
    })
  })
  sent.once('error', (error) => {
    waiting -= 1
    failures.push(error.code ?? error.message)
  })
  sent.end(body)
}

const timer = setInterval(ask, everyMs)
parentPort.once('message', () => {
  clearInterval(timer)
  setTimeout(() => {
    if (waiting > 0) failures.push(`${waiting} without an answer`)
    parentPort.postMessage({ asked, answers, failures })
    kept.destroy()
  }, LAST_ANSWERS_MS)
})
