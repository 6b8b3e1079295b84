import type { Server, Transport } from '@modelcontextprotocol/server'

/**
 * Takes the result of a server for one request in place of its transport. The library has checked it by then. Its transports
 * would write it through web streams, which takes longer than the call of a tool. They wait for it until the server is closed.
 * @returns the JSON of the message with the result; never settled if there is none
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
