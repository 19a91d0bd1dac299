-- Cancels and resumes by turns: each request is priced, claimed, accepted and booked. Each thread has accounts of its own.
local accounts = require("accounts")
local threads = 0
local turn = 0
local share

setup = function(thread)
  thread:set("number", threads)
  threads = threads + 1
end

init = function()
  share = math.floor(#accounts / 2)
  shown = 0
end

request = function()
  local account = accounts[number * share + turn % share + 1]
  local command = math.floor(turn / share) % 2 == 0 and "/cancel" or "/resume"
  turn = turn + 1
  return wrk.format("POST", "/subscriptions/" .. account .. command,
    { ["Content-Type"] = "application/json", ["Idempotency-Key"] = number .. "-" .. turn .. "-" .. os.time() }, "{}")
end

-- The first few answers that are not 2xx are shown.
response = function(status, headers, body)
  if status >= 300 and shown < 3 then
    shown = shown + 1
    io.write(string.format("%d %s\n", status, string.sub(body, 1, 200)))
  end
end

done = function(summary, latency)
  io.write(string.format("p99 %.1f ms, not 2xx: %d of %d\n", latency:percentile(99) / 1000, summary.errors.status, summary.requests))
end
