import type { Server, Transport } from '@modelcontextprotocol/server'

/**
 * Intercepts the checked result of a server before its transport writes it. Transports use web streams, which take longer than
 * the call of a tool. The transport waits for the result until the server is closed.
 * @returns the JSON of the message with the result; stays pending if there is none
 */
export function takeResult(server: Server): Promise<string> {
  return new Promise((resolve) => {
    const connect = server.connect.bind(server)
    server.connect = (transport: Transport) => {
      const send = transport.send.bind(transport)
      transport.send = async (message, options) =>
        'result' in message ? resolve(JSON.stringify(message)) : send(message, options)
      return connect(transport)
    }
  })
}
