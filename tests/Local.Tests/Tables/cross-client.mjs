// Reads or writes one row with the JavaScript client, which nobody here wrote.
// node cross-client.mjs <folder of node_modules> read|write <connection string> <table>
import { createRequire } from "node:module";

const [folder, verb, connectionString, name] = process.argv.slice(2);
const { TableClient } = createRequire(`${folder}/`)("@azure/data-tables");
const table = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });

if (verb === "write") {
  const row = {
    partitionKey: "it's ñ|%+& 😀",
    rowKey: "r",
    Text: "ñandú \"😀\"",
    Flag: true,
    Int: { type: "Int32", value: "-7" },
    Long: { type: "Int64", value: "9223372036854775807" },
    Double: { type: "Double", value: "2" },
    NaN: { type: "Double", value: "NaN" },
    Guid: { type: "Guid", value: "0f8fad5b-d9cb-469f-a165-70867728950e" },
    Time: { type: "DateTime", value: "2026-01-02T03:04:05.1234567Z" },
    Bytes: new Uint8Array([0, 1, 254, 255]),
  };
  await table.createEntity(row);
  await table.submitTransaction([["create", { ...row, rowKey: "r2" }]]);
} else {
  const rows = [];
  for await (const row of table.listEntities({ disableTypeConversion: true })) {
    rows.push(row);
  }

  console.log(JSON.stringify(rows));
}
