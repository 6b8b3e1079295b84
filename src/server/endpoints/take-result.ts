import type { Server, Transport } from '@modelcontextprotocol/server'

/**
 * Takes the result of a server for one request on its way to the transport, and gives the transport an empty one. The library
 * has checked it by then. Its transports would write it through web streams, which takes longer than the call of a tool.
 * @returns a function that gives the JSON of the message with the result; null if there was none
 */
export function takeResult(server: Server): () => string | null {
  let taken: string | null = null
  const connect = server.connect.bind(server)
  server.connect = (transport: Transport) => {
    const send = transport.send.bind(transport)
    transport.send = (message, options) => {
      if (!('result' in message)) return send(message, options)
      taken = JSON.stringify(message)
      return send({ ...message, result: {} }, options)
    }
    return connect(transport)
  }
  return () => taken
}
