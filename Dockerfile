# The program alone, on Alpine for its certificates and for wget, which the health check needs.
FROM golang:1.26-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /treatygraph ./cmd/treatygraph

FROM alpine:3.22
RUN adduser -D -H -u 65532 treatygraph && mkdir /data && chown treatygraph /data
COPY --from=build /treatygraph /usr/local/bin/treatygraph
USER treatygraph
WORKDIR /data
VOLUME /data
ENV TREATYGRAPH_STORE=sqlite:/data/treatygraph.db
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/readyz"]
ENTRYPOINT ["treatygraph"]
CMD ["serve", "--addr", "0.0.0.0:8080"]
